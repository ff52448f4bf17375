export default definePageConfig({ navigationBarTitleText: '看积分申报' });
