export default definePageConfig({ navigationBarTitleText: '听您的意见', enableShareAppMessage: true });
