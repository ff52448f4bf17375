export default definePageConfig({ navigationBarTitleText: '没做成的工作' });
