const kinds: Record<string, string> = {
  commune: 'xã',
  ward: 'phường',
  province: 'tỉnh',
  town: 'thị trấn',
  office: 'phòng, ban',
  centre: 'trung tâm, đơn vị sự nghiệp',
  school: 'trường học',
  telecom: 'doanh nghiệp viễn thông',
};

/** The Vietnamese name of a unit kind; a kind that the product does not know is shown as it stands in the roster. */
export const kindName = (kind: string): string => kinds[kind] ?? kind;
