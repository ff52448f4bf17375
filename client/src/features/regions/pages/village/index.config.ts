export default definePageConfig({ navigationBarTitleText: '村里的组和院落' });
