/** All Spanish messages of `/collect`, one file to fetch. */
import { coordinator } from '../../../../server/domain/messages/es/collect/coordinator.ts';
import { district } from '../../../../server/domain/messages/es/collect/district.ts';
import { office } from '../../../../server/domain/messages/es/collect/office.ts';
import { page } from '../../../../server/domain/messages/es/collect/page.ts';
import { review } from '../../../../server/domain/messages/es/collect/review.ts';
import { upload } from '../../../../server/domain/messages/es/collect/upload.ts';
import { questions } from '../../../../server/domain/messages/es/questions.ts';
import type { CollectMessages } from './messages-en.ts';

export const collect: CollectMessages = { ...page, district, upload, coordinator, office, questions, review };
