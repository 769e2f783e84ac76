/** Text in the XML of papers. */

/** Control characters but for tab, line feed and carriage return; halves of characters; what is no character. */
const unfit = /(?![\t\n\r])\p{Cc}|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;

/** What no reader of XML refuses (XML 1.0, 2.2, and what it advises against): the rest is left out. */
export const xmlText = (text: string): string => text.replace(unfit, '');
