export default definePageConfig({ navigationBarTitleText: '村规工作' });
