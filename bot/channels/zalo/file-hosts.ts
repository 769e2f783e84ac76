/**
 * Below which names Zalo keeps what people send. Zalo lists them nowhere: deliveries of an Official Account name zdn.vn,
 * and public programs that read chats meet the others (29/11/2026). A host that is missing here shows as a failed fetch.
 */
export const zaloFileHosts: readonly string[] = ['zdn.vn', 'zadn.vn', 'dlfl.vn', 'dlmd.me'];
