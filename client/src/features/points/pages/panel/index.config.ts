export default definePageConfig({ navigationBarTitleText: '评议积分' });
