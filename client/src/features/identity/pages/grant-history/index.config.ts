export default definePageConfig({ navigationBarTitleText: '任职记录' });
