export default definePageConfig({ navigationBarTitleText: '写草案' });
