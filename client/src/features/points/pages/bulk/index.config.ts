export default definePageConfig({ navigationBarTitleText: '一次报许多户' });
