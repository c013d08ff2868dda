/** @summary The words of the form that edits a profile. */
export interface EditingMessages {
  save: string;
  saving: string;
  cancel: string;
  /** On the button below a list; its name is read out with it. */
  add: string;
  /** On the button beside one value of a list; its name is read out with it. */
  remove: string;
  /** The preferred one of a list. */
  primary: string;
  /** What a value is for, such as work or home. */
  type: string;
  /** A choice that is none. */
  none: string;
  /** Stands between what a field is called and what there is to say of it. */
  colon: string;
  /** Beside a field that has to be filled in. */
  required: string;
  /** Stands above what went wrong. */
  notSaved: string;
  /** What went wrong: by SCIM's `scimType`, else by the error's reason. */
  problems: {
    mutability: string;
    uniqueness: string;
    invalid: string;
    /** The server answered well and left the field as it was. */
    kept: string;
    unauthorized: string;
    forbidden: string;
    unsupported: string;
    network: string;
    unavailable: string;
    conflict: string;
    configuration: string;
  };
  /** In place of a form in which nothing may be changed. */
  readOnly: string;
  /** Beside a field that was changed elsewhere; `{value}` is what is saved there now. */
  savedMeanwhile: string;
  /** Takes what is saved in place of what was entered. */
  takeSaved: string;
  /** Before what was entered is thrown away. */
  discard: { title: string; confirm: string; stay: string };
  /** What attributes are called that have no word among those of the card, by path. */
  attributes: Record<string, string>;
}
