import {
  ApplicationExportQuery,
  ApplicationPage,
  ApplicationQuery,
  ApplicationResponse,
  CreateApplicationRequest,
  ImportQuery,
  ImportResponse,
  ImportTemplateQuery,
  type Locale,
  UpdateApplicationRequest,
  WithdrawRequest,
} from '@kuer/contract';
import { Body, Controller, Get, Param, Patch, Post, Query, type StreamableFile, UploadedFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '../auth/permission.js';
import { Answers, AnswersFile } from '../http/answers.js';
import { Language } from '../http/language.decorator.js';
import { AcceptsFile } from '../http/upload.js';
import { UuidPipe } from '../http/uuid.pipe.js';
import { ApplicationExportService } from './application-export.service.js';
import { ApplicationImportService } from './application-import.service.js';
import { ApplicationListService } from './application-list.service.js';
import { ApplicationsService } from './applications.service.js';
import { IMPORT_LIMITS } from './import/import-problem.js';
import type { ReceivedFile } from './received-file.js';
import { XLSX_TYPE } from './spreadsheet-file.js';

@ApiTags('applications')
@Controller()
export class ApplicationsController {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly lists: ApplicationListService,
    private readonly imports: ApplicationImportService,
    private readonly exports: ApplicationExportService,
  ) {}

  @Get('calls/:callId/applications')
  @Permission('application.list')
  @ApiOperation({
    summary: 'The applications of the call that the caller may see',
    description:
      'Recused rows show number and state only. Sort by number, title, leadName, state, fundingRequested, population or total (`-` first: descending). `reviewsSubmitted` and `total` are filled for those who may read results.',
  })
  @Answers(ApplicationPage)
  list(@Param('callId', UuidPipe) callId: string, @Query() query: ApplicationQuery): Promise<ApplicationPage> {
    return this.lists.list(callId, query);
  }

  @Post('calls/:callId/applications')
  @Permission('application.write')
  @ApiOperation({ summary: 'Record an application that was received' })
  @Answers(ApplicationResponse, { status: 201 })
  create(
    @Param('callId', UuidPipe) callId: string,
    @Body() body: CreateApplicationRequest,
  ): Promise<ApplicationResponse> {
    return this.applications.create(callId, body);
  }

  @Post('calls/:callId/applications/import')
  @Permission('application.write')
  @AcceptsFile({ field: 'file', maxBytes: IMPORT_LIMITS.fileBytes, tooLarge: 'IMPORT.FILE_TOO_LARGE' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiOperation({
    summary: 'Import applications from xlsx, csv or json',
    description:
      'All or nothing. Answers row by row what is new, changed, unchanged or wrong and why; with `dryRun=true` it only says so. Without it, one wrong row refuses the file (422), and the problem carries the same rows under `import`.',
  })
  @Answers(ImportResponse)
  import(
    @Param('callId', UuidPipe) callId: string,
    @Query() query: ImportQuery,
    @UploadedFile() file: ReceivedFile | undefined,
    @Language() locale: Locale,
  ): Promise<ImportResponse> {
    return this.imports.import(callId, query, file, locale);
  }

  @Get('calls/:callId/applications/import-template')
  @Permission('application.write')
  @ApiOperation({ summary: 'Empty table with all columns of the import, in the language of the request' })
  @AnswersFile(XLSX_TYPE)
  importTemplate(
    @Param('callId', UuidPipe) callId: string,
    @Query() query: ImportTemplateQuery,
    @Language() locale: Locale,
  ): Promise<StreamableFile> {
    return this.exports.template(callId, query, locale);
  }

  @Get('calls/:callId/applications/export')
  @Permission('application.list')
  @ApiOperation({ summary: 'The list as a file, with the same filters, in the language of the request' })
  @AnswersFile(XLSX_TYPE)
  export(
    @Param('callId', UuidPipe) callId: string,
    @Query() query: ApplicationExportQuery,
    @Language() locale: Locale,
  ): Promise<StreamableFile> {
    return this.exports.list(callId, query, locale);
  }

  @Get('applications/:id')
  @Permission('application.read')
  @Answers(ApplicationResponse)
  get(@Param('id', UuidPipe) id: string): Promise<ApplicationResponse> {
    return this.applications.get(id);
  }

  @Patch('applications/:id')
  @Permission('application.write')
  @ApiOperation({ summary: 'Edit an application, until its formal check is decided' })
  @Answers(ApplicationResponse)
  update(@Param('id', UuidPipe) id: string, @Body() body: UpdateApplicationRequest): Promise<ApplicationResponse> {
    return this.applications.update(id, body);
  }

  @Post('applications/:id/withdraw')
  @Permission('application.withdraw')
  @ApiOperation({ summary: 'Record that the applicant withdrew; possible before the decision' })
  @Answers(ApplicationResponse)
  withdraw(@Param('id', UuidPipe) id: string, @Body() body: WithdrawRequest): Promise<ApplicationResponse> {
    return this.applications.withdraw(id, body);
  }
}
