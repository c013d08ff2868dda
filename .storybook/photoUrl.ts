/** A photo that is not inside a profile. No such server exists: the worker answers for it. */
export const photoUrl = "https://photos.example.com/bjensen.png";
