export default definePageConfig({ navigationBarTitleText: '开始代办' });
