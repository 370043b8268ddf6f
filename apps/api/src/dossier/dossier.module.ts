import { Module } from '@nestjs/common';
import { DossierController } from './dossier.controller.js';
import { DossierService } from './dossier.service.js';
import { DossierFacts } from './dossier-facts.js';

/** The decision file of an application, put together from the records of all stages. */
@Module({ controllers: [DossierController], providers: [DossierService, DossierFacts] })
export class DossierModule {}
