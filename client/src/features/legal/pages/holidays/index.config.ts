export default definePageConfig({ navigationBarTitleText: '放假的日子' });
