export default definePageConfig({ navigationBarTitleText: '请村里人帮忙绑定' });
