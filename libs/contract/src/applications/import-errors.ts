import type { MessageCatalogue } from '../message-catalogue.js';

/**
 * What an import can be refused for: first the file as a whole, then rows and cells. `{column}` is the heading of the column,
 * `{value}` what the cell holds.
 */
export const importErrors = {
  'IMPORT.FILE_TOO_LARGE': {
    status: 413,
    de: 'Die Datei ist größer als {limitMb} MB. Bitte teilen Sie sie auf.',
    en: 'The file is larger than {limitMb} MB. Please split it.',
  },
  'IMPORT.TOO_MANY_ROWS': {
    status: 413,
    de: 'Die Datei hat mehr als {limit} Zeilen. Bitte teilen Sie sie auf; es wurde nichts übernommen.',
    en: 'The file has more than {limit} rows. Please split it; nothing was taken over.',
  },
  'IMPORT.TOO_MANY_COLUMNS': {
    status: 422,
    de: 'Zeile {line} hat mehr als {limit} Spalten. Bitte entfernen Sie, was rechts neben der Tabelle steht.',
    en: 'Line {line} has more than {limit} columns. Please remove what stands to the right of the table.',
  },
  'IMPORT.EMPTY': {
    status: 422,
    de: 'Die Datei enthält keine Zeile mit einer Bewerbung.',
    en: 'The file has no row with an application.',
  },
  'IMPORT.UNKNOWN_FORMAT': {
    status: 415,
    de: 'Die Datei „{fileName}“ ist weder eine Excel-Datei (.xlsx) noch CSV noch JSON.',
    en: 'The file “{fileName}” is neither an Excel file (.xlsx) nor CSV nor JSON.',
  },
  'IMPORT.NOT_AN_XLSX': {
    status: 415,
    de: 'Die Datei „{fileName}“ gibt sich als Excel-Datei aus, ist aber keine. Bitte speichern Sie die Tabelle neu als .xlsx.',
    en: 'The file “{fileName}” claims to be an Excel file but is none. Please save the table again as .xlsx.',
  },
  'IMPORT.OLD_OR_ENCRYPTED_WORKBOOK': {
    status: 415,
    de: 'Die Datei „{fileName}“ ist eine alte (.xls) oder kennwortgeschützte Excel-Datei. Bitte speichern Sie sie ohne Kennwort als .xlsx.',
    en: 'The file “{fileName}” is an old (.xls) or password-protected Excel file. Please save it without a password as .xlsx.',
  },
  'IMPORT.NAME_AND_CONTENT_DIFFER': {
    status: 415,
    de: 'Die Datei „{fileName}“ ist dem Inhalt nach {found}. Bitte prüfen Sie, ob es die richtige Datei ist, und geben Sie ihr die passende Endung.',
    en: 'By its content the file “{fileName}” is {found}. Please check that it is the right one, and give it the matching extension.',
  },
  'IMPORT.XLSX_DAMAGED': {
    status: 422,
    de: 'Die Excel-Datei ist beschädigt oder enthält Teile, die hier nicht gelesen werden. Bitte speichern Sie die Tabelle in einer neuen Datei.',
    en: 'The Excel file is damaged or holds parts that are not read here. Please save the table in a new file.',
  },
  'IMPORT.XLSX_EXPANDS_TOO_MUCH': {
    status: 413,
    de: 'Die Excel-Datei ist entpackt unverhältnismäßig groß und wurde deshalb nicht geöffnet. Bitte speichern Sie nur die Tabelle in einer neuen Datei.',
    en: 'Unpacked, the Excel file is disproportionately large, so it was not opened. Please save only the table in a new file.',
  },
  'IMPORT.XLSX_CELL_UNREADABLE': {
    status: 422,
    de: 'Eine Zelle der Tabelle lässt sich nicht lesen ({detail}). Bitte ersetzen Sie Formeln durch ihre Werte.',
    en: 'A cell of the table can not be read ({detail}). Please replace formulas by their values.',
  },
  'IMPORT.CSV_MALFORMED': {
    status: 422,
    de: 'Die CSV-Datei ist um Zeile {line} nicht lesbar. Bitte prüfen Sie dort die Anführungszeichen.',
    en: 'The CSV file can not be read around line {line}. Please check the quotation marks there.',
  },
  'IMPORT.JSON_MALFORMED': {
    status: 422,
    de: 'Die JSON-Datei ist nicht lesbar. Erwartet wird eine Liste von Bewerbungen.',
    en: 'The JSON file can not be read. A list of applications is expected.',
  },
  'IMPORT.COLUMN_MISSING': {
    status: 422,
    de: 'Die Spalte „{column}“ fehlt. Bitte ergänzen Sie sie; die Vorlage enthält alle Spalten.',
    en: 'The column “{column}” is missing. Please add it; the template has all columns.',
  },
  'IMPORT.COLUMN_UNKNOWN': {
    status: 422,
    de: 'Die Spalte „{column}“ ist nicht vorgesehen. Bitte entfernen oder umbenennen Sie sie.',
    en: 'The column “{column}” is not known here. Please remove or rename it.',
  },
  'IMPORT.COLUMN_TWICE': {
    status: 422,
    de: 'Die Spalte „{column}“ kommt zweimal vor. Bitte entfernen Sie eine davon.',
    en: 'The column “{column}” occurs twice. Please remove one of them.',
  },
  'IMPORT.COLUMN_WITHOUT_HEADING': {
    status: 422,
    de: 'In Zeile {line} steht etwas in einer Spalte ohne Überschrift. Bitte ergänzen Sie die Überschrift oder leeren Sie die Spalte.',
    en: 'Line {line} has something in a column without a heading. Please add the heading or empty the column.',
  },
  'IMPORT.VALUE_MISSING': {
    status: 422,
    de: '„{column}“ ist leer. Bitte ausfüllen.',
    en: '“{column}” is empty. Please fill it in.',
  },
  'IMPORT.VALUE_TOO_LONG': {
    status: 422,
    de: '„{column}“ hat {length} Zeichen. Bitte auf höchstens {limit} kürzen.',
    en: '“{column}” has {length} characters. Please shorten it to at most {limit}.',
  },
  'IMPORT.VALUE_NOT_TEXT': {
    status: 422,
    de: '„{column}“ enthält keinen Text, sondern {found}. Bitte die Zelle als Text formatieren und neu eingeben.',
    en: '“{column}” holds no text but {found}. Please format the cell as text and enter it again.',
  },
  'IMPORT.NUMBER_INVALID': {
    status: 422,
    de: 'Die Nummer „{value}“ passt nicht zum Muster B-001. Bitte berichtigen oder leer lassen.',
    en: 'The number “{value}” does not follow the pattern B-001. Please correct it or leave it empty.',
  },
  'IMPORT.AGS_INVALID': {
    status: 422,
    de: '„{value}“ ist kein Gemeindeschlüssel. Erwartet werden 8 Ziffern (AGS) oder 12 Ziffern (ARS).',
    en: '“{value}” is no official key. 8 digits (AGS) or 12 digits (ARS) are expected.',
  },
  'IMPORT.AGS_LEADING_ZERO_LOST': {
    status: 422,
    de: 'Beim Schlüssel „{value}“ ist die führende Null verloren gegangen; gemeint ist vermutlich {suggestion}. Bitte die Spalte als Text formatieren und den Schlüssel neu eingeben.',
    en: 'The key “{value}” has lost its leading zero; probably {suggestion} is meant. Please format the column as text and enter the key again.',
  },
  'IMPORT.AGS_IS_DISTRICT_KEY': {
    status: 422,
    de: '„{value}“ ist ein fünfstelliger Kreisschlüssel. Für einen Kreis bitte {suggestion} eintragen, für eine Gemeinde deren AGS.',
    en: '“{value}” is the five-digit key of a district. For a district please enter {suggestion}, for a municipality its AGS.',
  },
  'IMPORT.AGS_STATE_UNKNOWN': {
    status: 422,
    de: 'Der Schlüssel „{value}“ beginnt mit {prefix}. Kein Land hat diese Kennziffer (01 bis 16). Bitte den Schlüssel prüfen.',
    en: 'The key “{value}” begins with {prefix}. No state has this number (01 to 16). Please check the key.',
  },
  'IMPORT.AGS_IMPLAUSIBLE': {
    status: 422,
    de: 'Der Schlüssel „{value}“ nennt einen Regierungsbezirk oder Kreis, den es in {state} nicht gibt. Bitte prüfen; die formale Prüfung weist darauf hin.',
    en: 'The key “{value}” names a region or district that does not exist in {state}. Please check it; the formal check will point it out.',
  },
  'IMPORT.AGS_STATE_MISMATCH': {
    status: 422,
    de: 'Der Schlüssel „{value}“ gehört zu {state}; unter „{column}“ steht dieses Land nicht. Bitte eines von beiden berichtigen.',
    en: 'The key “{value}” belongs to {state}, which is not among “{column}”. Please correct one of the two.',
  },
  'IMPORT.PARTNER_UNREADABLE': {
    status: 422,
    de: 'Der Kooperationspartner „{value}“ ist nicht lesbar. Erwartet wird „Name (AGS); Name (AGS)“.',
    en: 'The partner “{value}” can not be read. “Name (AGS); Name (AGS)” is expected.',
  },
  'IMPORT.PARTY_TWICE_IN_ROW': {
    status: 422,
    de: 'Der Schlüssel {value} kommt in der Zeile zweimal vor („{first}“ und „{second}“). Bitte einen der beiden berichtigen.',
    en: 'The key {value} occurs twice in the row (“{first}” and “{second}”). Please correct one of them.',
  },
  'IMPORT.STATE_UNKNOWN': {
    status: 422,
    de: '„{value}“ ist kein Land. Erwartet wird ein Kürzel wie NW oder ein Name wie Nordrhein-Westfalen.',
    en: '“{value}” is no state. A code as NW or a German name as Nordrhein-Westfalen is expected.',
  },
  'IMPORT.SIZE_CLASS_UNKNOWN': {
    status: 422,
    de: '„{value}“ ist keine Gemeindegrößenklasse. Möglich sind: {allowed}.',
    en: '“{value}” is no size class. Possible are: {allowed}.',
  },
  'IMPORT.GROUP_UNKNOWN': {
    status: 422,
    de: '„{value}“ ist keine Gruppe. Möglich sind: {allowed}.',
    en: '“{value}” is no portfolio group. Possible are: {allowed}.',
  },
  'IMPORT.PHASE_UNKNOWN': {
    status: 422,
    de: '„{value}“ ist keine Phase. Möglich sind A (Strategie in Entwicklung) und B (Strategie in Umsetzung).',
    en: '“{value}” is no phase. Possible are A (strategy in development) and B (strategy in implementation).',
  },
  'IMPORT.AMOUNT_INVALID': {
    status: 422,
    de: '„{value}“ ist kein Betrag in „{column}“. Erwartet wird zum Beispiel 4250000 oder 4.250.000,00.',
    en: '“{value}” is no amount in “{column}”. Expected is for example 4250000 or 4,250,000.00.',
  },
  'IMPORT.AMOUNT_AMBIGUOUS': {
    status: 422,
    de: '„{value}“ kann {asThousands} oder {asDecimal} bedeuten. Bitte ohne Tausenderpunkt oder mit zwei Nachkommastellen schreiben.',
    en: '“{value}” can mean {asThousands} or {asDecimal}. Please write it without a thousands separator, or with two decimals.',
  },
  'IMPORT.AMOUNT_OUT_OF_RANGE': {
    status: 422,
    de: 'Der Betrag {value} in „{column}“ liegt nicht zwischen {min} und {max} Euro.',
    en: 'The amount {value} in “{column}” is not between {min} and {max} euros.',
  },
  'IMPORT.COUNT_INVALID': {
    status: 422,
    de: '„{value}“ ist keine ganze Zahl in „{column}“. Erwartet wird zum Beispiel 48500.',
    en: '“{value}” is no whole number in “{column}”. Expected is for example 48500.',
  },
  'IMPORT.EMAIL_INVALID': {
    status: 422,
    de: '„{value}“ ist keine E-Mail-Adresse. Bitte berichtigen oder leer lassen.',
    en: '“{value}” is no e-mail address. Please correct it or leave it empty.',
  },
  'IMPORT.TOO_MANY_VALUES': {
    status: 422,
    de: '„{column}“ nennt mehr als {limit} Werte. Bitte kürzen.',
    en: '“{column}” names more than {limit} values. Please shorten it.',
  },
  'IMPORT.DUPLICATE_NUMBER': {
    status: 422,
    de: 'Die Nummer {value} steht auch in Zeile {line}. Jede Nummer darf nur einmal vorkommen.',
    en: 'The number {value} stands in line {line} too. Each number may occur only once.',
  },
  'IMPORT.DUPLICATE_LEAD': {
    status: 422,
    de: 'Die Kommune mit dem Schlüssel {value} bewirbt sich auch in Zeile {line}. Jede Kommune kann sich nur einmal bewerben.',
    en: 'The municipality with the key {value} applies in line {line} too. Each municipality can apply only once.',
  },
  'IMPORT.PARTY_IN_ANOTHER_ROW': {
    status: 422,
    de: '„{name}“ ({value}) wirkt auch an der Bewerbung in Zeile {line} mit. Das prüft die formale Prüfung.',
    en: '“{name}” ({value}) takes part in the application of line {line} too. The formal check will look into it.',
  },
  'IMPORT.ROWS_WRONG': {
    status: 422,
    de: 'Es wurde nichts übernommen: In {wrong} von {rows} Zeilen stimmt etwas nicht. Zu jeder steht der Grund dabei.',
    en: 'Nothing was taken over: something is wrong in {wrong} of {rows} rows. Each says what.',
  },
  'IMPORT.LEAD_TAKEN': {
    status: 422,
    de: 'Die Kommune mit dem Schlüssel {value} ist schon federführend in der Bewerbung {number}. Jede Kommune kann sich nur einmal bewerben.',
    en: 'The municipality with the key {value} leads the application {number} already. Each municipality can apply only once.',
  },
  'IMPORT.APPLICATION_FIXED': {
    status: 422,
    de: 'Die Bewerbung {number} hat den Stand „{state}“ und lässt sich nicht mehr ändern. Bitte die Zeile entfernen.',
    en: 'The application {number} is at “{state}” and can not be changed any more. Please remove the row.',
  },
  'IMPORT.APPLICATION_RECUSED': {
    status: 422,
    de: 'Die Bewerbung {number} ist Ihnen wegen Befangenheit verschlossen. Bitte die Zeile entfernen und von einer anderen Person der Geschäftsstelle einlesen lassen.',
    en: 'The application {number} is closed to you because of a conflict of interest. Please remove the row and have another coordinator import it.',
  },
  'IMPORT.LEAD_CHANGES': {
    status: 422,
    de: 'Die Bewerbung {number} gehört bisher „{before}“. Bitte prüfen Sie, ob die Nummer stimmt.',
    en: 'So far the application {number} is that of “{before}”. Please check whether the number is right.',
  },
  'IMPORT.PARTY_IN_ANOTHER_APPLICATION': {
    status: 422,
    de: '„{name}“ ({value}) wirkt auch an der Bewerbung {number} mit. Das prüft die formale Prüfung.',
    en: '“{name}” ({value}) takes part in the application {number} too. The formal check will look into it.',
  },
  'IMPORT.SIZE_CLASS_IMPLAUSIBLE': {
    status: 422,
    de: 'Zu {population} Einwohnern passt die Größenklasse „{sizeClass}“ nicht ohne Weiteres. Das prüft die formale Prüfung.',
    en: 'The size class “{sizeClass}” is unusual for a population of {population}. The formal check will look into it.',
  },
  'IMPORT.GROUP_UNUSUAL': {
    status: 422,
    de: 'Nach Größenklasse und Partnern wäre die Gruppe „{expected}“ zu erwarten. Bitte prüfen.',
    en: 'By size class and partners the portfolio group “{expected}” would be expected. Please check.',
  },
} as const satisfies MessageCatalogue;

export type ImportErrorCode = keyof typeof importErrors;
