export { default as BlueprintPage } from './BlueprintPage.tsx';
export { default as RoadmapPage } from './RoadmapPage.tsx';
