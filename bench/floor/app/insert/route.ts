import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, keepAlive: true });

export async function PUT(request: Request): Promise<Response> {
  const { id, ratings } = await request.json();
  await pool.query({
    name: "insert",
    text: "INSERT INTO insertion (id, ratings) VALUES ($1, $2)",
    values: [id, JSON.stringify(ratings)],
  });
  return Response.json({ id }, { status: 201 });
}
