export default definePageConfig({ navigationBarTitleText: '等我答的问题' });
