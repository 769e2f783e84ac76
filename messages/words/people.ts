/** The name of a web account whose owner gave none. */
export const namelessWebPerson = 'Người dùng trình duyệt';
