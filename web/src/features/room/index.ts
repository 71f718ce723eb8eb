export { default } from './RoomPage.tsx';
