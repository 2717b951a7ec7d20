export type ConversationId = string & { readonly conversationId: true };
export type DeviceId = string & { readonly deviceId: true };
export type OrganiserId = string & { readonly organiserId: true };
export type LinkId = string & { readonly linkId: true };
export type TokenId = string & { readonly tokenId: true };
export type TrajectoryId = string & { readonly trajectoryId: true };
