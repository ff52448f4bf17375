export default definePageConfig({ navigationBarTitleText: '指定律师' });
