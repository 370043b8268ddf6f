import { Module } from '@nestjs/common';

/** Everything the API is made of. A new room adds its module here. */
@Module({ imports: [] })
export class AppModule {}
