export default definePageConfig({ navigationBarTitleText: '各个版本' });
