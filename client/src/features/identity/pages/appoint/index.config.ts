export default definePageConfig({ navigationBarTitleText: '安排任职' });
