export default definePageConfig({ navigationBarTitleText: '我家换的东西' });
