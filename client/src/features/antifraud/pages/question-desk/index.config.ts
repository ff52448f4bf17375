export default definePageConfig({ navigationBarTitleText: '问来的' });
