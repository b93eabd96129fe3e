export const dynamic = "force-dynamic";

const lines = ["A dynamic page", "rendered for each request", "from no database", "with no code of its own in the browser"];

export default function FloorPage() {
  return (
    <main>
      <h1>Floor, {new Date().toISOString()}</h1>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </main>
  );
}
