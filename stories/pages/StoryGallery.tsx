import { Description, DocsContext, Story } from "@storybook/addon-docs/blocks";
import { useContext } from "react";
import { StoryLink } from "./StoryLink.tsx";
import "./pages.css";

function useStories() {
  const stories = useContext(DocsContext).componentStories();
  // It has a place of its own on the page.
  return stories.filter(({ name }) => name !== "Playground");
}

/** Every story of a component's page, live, with its sentence; the name opens it alone. */
export function StoryGallery() {
  return (
    <div className="page-gallery">
      {useStories().map(({ id, name, moduleExport, tags }) => (
        <figure key={id}>
          <figcaption>
            <StoryLink id={id}>{name}</StoryLink>
            <Description of={moduleExport} />
          </figcaption>
          {/* What is measured of dozens of cards is nothing to look at among the others. */}
          {!tags.includes("measured") && <Story of={moduleExport} />}
        </figure>
      ))}
    </div>
  );
}

/** The same as a list of links, where one of them is large enough. */
export function StoryList() {
  return (
    <dl className="page-list">
      {useStories().map(({ id, name, moduleExport }) => (
        <div key={id}>
          <dt>
            <StoryLink id={id}>{name}</StoryLink>
          </dt>
          <dd>
            <Description of={moduleExport} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
