export default definePageConfig({ navigationBarTitleText: '户册' });
