/** All English messages of `/collect`, one file to fetch. */
import { coordinator } from '../../../../server/domain/messages/en/collect/coordinator.ts';
import { district } from '../../../../server/domain/messages/en/collect/district.ts';
import { office } from '../../../../server/domain/messages/en/collect/office.ts';
import { page } from '../../../../server/domain/messages/en/collect/page.ts';
import { review } from '../../../../server/domain/messages/en/collect/review.ts';
import { upload } from '../../../../server/domain/messages/en/collect/upload.ts';
import { questions } from '../../../../server/domain/messages/en/questions.ts';

export const collect = { ...page, district, upload, coordinator, office, questions, review };

export type CollectMessages = typeof collect;
