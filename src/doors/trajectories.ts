import type { ConversationId, House, TrajectoryId } from '#app/house.ts';
import { trajectoryReport, type InTrajectory, type TrajectoryReport } from '#report/trajectory.ts';
import { readFinalReport, type ReportReader } from './reports.ts';

export interface ReadTrajectory extends TrajectoryReport<ConversationId> {
  /** It is of this organiser, who reads of all its conversations. */
  readonly leads: boolean;
}

/** Of each conversation what this reader may read of it; what they may read nothing of is as what never was. */
export async function readTrajectory(house: House, reader: ReportReader | null, id: TrajectoryId): Promise<ReadTrajectory | null> {
  const trajectory = await house.trajectories.find(id);
  if (!trajectory) return null;
  const told: InTrajectory<ConversationId>[] = [];
  // One after another: each is a whole report to make.
  for (const conversation of trajectory.conversations) {
    const read = await readFinalReport(house, reader, conversation);
    if (read) told.push({ conversation, title: read.title, format: read.format, report: read.report });
  }
  const leads = reader?.organiser === trajectory.organiser;
  return leads || told.length > 0 ? { ...trajectoryReport(trajectory.title, told), leads } : null;
}
