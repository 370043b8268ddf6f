import { DossierResponse, type Locale } from '@kuer/contract';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '../auth/permission.js';
import { Language } from '../http/language.decorator.js';
import { UuidPipe } from '../http/uuid.pipe.js';
import { DossierService } from './dossier.service.js';

@ApiTags('trail')
@Controller()
export class DossierController {
  constructor(private readonly dossiers: DossierService) {}

  @Get('applications/:id/dossier')
  @Permission('dossier.read')
  @ApiOperation({
    summary: 'Why the application was (not) selected, stage by stage, in words',
    description: 'Says what is missing where it can not be complete yet. JSON for now; the PDF follows with the trail.',
  })
  @ApiOkResponse({ type: DossierResponse })
  get(@Param('id', UuidPipe) id: string, @Language() locale: Locale): Promise<DossierResponse> {
    return this.dossiers.get(id, locale);
  }
}
