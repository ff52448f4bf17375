export default definePageConfig({ navigationBarTitleText: '反诈案例', enableShareAppMessage: true });
