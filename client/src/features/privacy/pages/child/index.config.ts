export default definePageConfig({ navigationBarTitleText: '替孩子决定' });
