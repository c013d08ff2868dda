import { httpsUrl } from "./httpsUrl.js";
import type { ScimMe } from "./ScimMe.js";

const RASTER = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp);base64,[\s\S]/i;
/** Looked for, and in ASCII alone, because a photo is long. */
const NOT_BASE64 = /[^\w+/=\t-\r -]/;

/**
 * A photo that is safe to show: an https URL or a raster `data:` URL, the primary one first.
 *
 * @summary A photo's URL that is safe to show.
 */
export function getPhotoUrl(me: ScimMe): string | undefined {
  for (const { value } of [...me.photos.filter(({ primary }) => primary), ...me.photos]) {
    const isRaster = RASTER.test(value) && !NOT_BASE64.test(value.slice(value.indexOf(",") + 1));
    const url = isRaster ? value : httpsUrl(value);
    if (url) return url;
  }
  return undefined;
}
