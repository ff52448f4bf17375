export default definePageConfig({ navigationBarTitleText: '绑定到户' });
