import { View } from '@tarojs/components';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { paths } from '@/paths';
import type { Input } from '@/platform/api';
import { open } from '@/platform/navigate';
import { useWrites, waitingFor } from '@/platform/queue/queue';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Loading } from '@/ui/loading';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';
import { Ways } from '@/ui/ways';
import { workPlaces } from '@/workbench';
import { MessagesRow } from './messages-row';
import { NameForm } from './name-form';
import { ScanDesktopRow } from './scan-desktop-row';
import { SignOut } from './sign-out';

/** Somebody who has signed in: the name, the offices with their terms, and the devices. */
export function Person() {
  const me = useApi(identityContract.me, {});
  const [isNaming, setIsNaming] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const renaming = waitingFor(useWrites(), identityContract.rename, { name: '' });
  const newName = (renaming?.request.body as Input<typeof identityContract.rename> | undefined)?.name;

  return (
    <>
      <Result of={me} loading={<Loading lines={2} />}>
        {({ name: savedName, roles }) => {
          const name = newName ?? savedName;
          return isNaming ? (
            <NameForm name={name ?? ''} onSaved={() => setIsNaming(false)} onCancel={() => setIsNaming(false)} />
          ) : (
            <Card title={name ?? '请填写姓名'} aside={newName && <Tag tone="ochre">待上传</Tag>}>
              {name === null && <Prose>填了姓名，村里人才知道是您。</Prose>}
              {roles.map(({ role, roleName, regionId, regionName, endsOn }) => (
                <View key={`${role} ${regionId}`} className="me__role">
                  <View>
                    {regionName} {roleName}
                  </View>
                  <View className="me__term">任期到{sayDate(endsOn)}</View>
                </View>
              ))}
              <Ways>
                <ActionButton onPress={() => setIsNaming(true)}>{name === null ? '填写姓名' : '改姓名'}</ActionButton>
              </Ways>
            </Card>
          );
        }}
      </Result>
      {me.data && workPlaces(me.data.roles).length > 0 && (
        <Card flush>
          <Row icon="desk" title="工作台" note="您的职务能办的事" onPress={() => open(paths.workbench)} />
        </Card>
      )}
      <Card flush>
        <MessagesRow />
        <Row icon="history" title="我的预约" note="约了法律顾问、接访干部的时间" onPress={() => open(paths.bookings)} />
        <Row icon="message" title="我的问题" note="问律师的，和律师答的" onPress={() => open(paths.myQuestions)} />
        <Row icon="home" title="我的户" note="家里人、户号，绑定到户" onPress={() => open(paths.household)} />
        <Row icon="people" title="代办" note="替没有手机的家里人办事" onPress={() => open(paths.delegations)} />
        {process.env.TARO_ENV === 'weapp' && <ScanDesktopRow />}
        <Row icon="people" title="我的编号" note="当面给村干部看，他好找到您" onPress={() => open(paths.myCode)} />
        <Row icon="phone" title="我的设备" note="在哪些设备上登录着" onPress={() => open(paths.devices)} />
        <Row icon="close" title="退出登录" onPress={() => setIsLeaving(true)} />
      </Card>
      {isLeaving && <SignOut onStay={() => setIsLeaving(false)} />}
    </>
  );
}
