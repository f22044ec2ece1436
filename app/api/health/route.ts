import { getHealth } from "@/lib/server";

export const dynamic = "force-dynamic";

/** Which index and writer are in use; 503 with the reason when no question can be answered. */
export async function GET(): Promise<Response> {
  const { ok, report } = await getHealth();
  return Response.json(report, {
    status: ok ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
