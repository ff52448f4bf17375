export default definePageConfig({ navigationBarTitleText: '我已经转了钱' });
