export default definePageConfig({ navigationBarTitleText: '请村里人绑定' });
