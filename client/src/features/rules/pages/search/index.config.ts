export default definePageConfig({ navigationBarTitleText: '找村规' });
