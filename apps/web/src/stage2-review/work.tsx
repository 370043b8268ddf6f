import type { WorkItemsProps } from '../app/feature.js';
import ReviewWork from './desk/review-work.js';
import OfficeWork from './office/office-work.js';

/** Tiles of the expert review, by role. */
export default function Stage2Work(props: WorkItemsProps) {
  return (
    <>
      {props.roles.includes('reviewer') && <ReviewWork {...props} />}
      {props.roles.includes('coordinator') && <OfficeWork {...props} />}
    </>
  );
}
