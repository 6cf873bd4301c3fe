// A still of the camera's picture, from a file or pasted: it stays in this browser.
import { useEffect } from 'preact/hooks';

const imageIn = (files: FileList | undefined | null): File | undefined =>
  Array.from(files ?? []).find(({ type }) => type.startsWith('image/'));

/** Gives the still as an address of this page; whoever takes it lets go of it. */
export function StillButton({ onStill }: { readonly onStill: (url: string) => void }) {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const file = imageIn(event.clipboardData?.files);
      if (file) onStill(URL.createObjectURL(file));
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [onStill]);
  return (
    <label class="floor-still">
      Still (file, or paste)
      <input
        type="file"
        accept="image/*"
        aria-label="Still of the camera's picture"
        onChange={(event) => {
          const file = imageIn(event.currentTarget.files);
          if (file) onStill(URL.createObjectURL(file));
        }}
      />
    </label>
  );
}
