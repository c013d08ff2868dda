import { httpsUrl } from "./httpsUrl.js";
import type { ScimMe } from "./ScimMe.js";

const RASTER = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp);base64,/i;
/** Without `i`, because a photo is long. */
const BASE64 = /^[\w+/=\s-]+$/;

/**
 * A photo that is safe to show: an https URL or a raster `data:` URL, the primary one first.
 *
 * @summary A photo's URL that is safe to show.
 */
export function getPhotoUrl(me: ScimMe): string | undefined {
  const photos = [...me.photos].sort((a, b) => Number(!!b.primary) - Number(!!a.primary));
  for (const { value } of photos) {
    const isRaster = RASTER.test(value) && BASE64.test(value.slice(value.indexOf(",") + 1));
    const url = isRaster ? value : httpsUrl(value);
    if (url) return url;
  }
  return undefined;
}
