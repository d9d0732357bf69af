import type { IncomingHttpHeaders } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import type { Viewer } from '../../auth/access.ts';
import { AppError } from '../../infra/app-error.ts';
import type { Log } from '../../infra/log.ts';
import type { TenantExport } from './tenant-export.ts';

export type TenantExportRoutesParts = {
  /** The user who sent a request, by its token or its cookie. */
  viewerOf: (headers: IncomingHttpHeaders) => Promise<Viewer | undefined>;
  tenantExport: TenantExport;
  log: Log;
};

const STATUS: Partial<Record<AppError['code'], number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
};

/** All of a tenant's data as a zip, for its admin or a super admin; to be mounted at /export. */
export function tenantExportRoutes(parts: TenantExportRoutesParts): Router {
  const router = Router({ caseSensitive: true });
  router.get('/', (request, response) => download(request, response, parts));
  return router;
}

async function download(
  request: Request,
  response: Response,
  { viewerOf, tenantExport, log }: TenantExportRoutesParts,
): Promise<void> {
  response.set({ 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' });
  const { tenantId } = request.query;
  try {
    const viewer = await viewerOf(request.headers);
    const named = typeof tenantId === 'string' ? tenantId : undefined;
    const { fileName, zip } = await tenantExport.open(named, { viewer, address: request.ip ?? '' });
    response.attachment(fileName).type('application/zip');
    await pipeline(zip, response);
  } catch (error) {
    const status = error instanceof AppError ? STATUS[error.code] : undefined;
    if (status === undefined) log.error({ err: error }, 'A tenant’s data could not be exported');
    // What has begun is cut off: it must not look like a whole archive.
    if (response.headersSent) response.destroy();
    else
      response.status(status ?? 500).json(status ? told(error as AppError) : { error: 'The export failed.' });
  }
}

const told = ({ message, details }: AppError) => ({
  error: message,
  ...('reason' in details && { reason: details.reason }),
});
